import type { UsageShard } from './usage-shard';

export type UsageChange = { readonly shard: number; readonly seen: UsageShard | undefined; readonly next: UsageShard };

/** Storage of the counts of use. Reads are strictly consistent. */
export interface UsageStore {
  /** @throws {StorageUnavailable} */
  read(shard: number): Promise<UsageShard | undefined>;
  /**
   * Writes all of the changes if every record still is as it was seen, else none; says whether it did. One write.
   * Of several changes none may be of a record that does not exist.
   *
   * @throws {StorageUnavailable}
   */
  replace(changes: readonly UsageChange[]): Promise<boolean>;
}
