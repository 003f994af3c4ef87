/** A space as the caller may see it. */
export type SeenSpace = {
  readonly id: string;
  /** System key. */
  readonly key: string;
  readonly name: string;
  readonly type: string;
  readonly archived: boolean;
};

export type SeenSpaces = { readonly spaces: readonly SeenSpace[]; readonly nextCursor?: string };

/** The spaces that the caller may see, archived ones too, asked of Confluence as the caller. */
export interface CallerSpaces {
  /** One page of all. One call. @throws {ConfluenceFailure} */
  list(cursor: string | undefined): Promise<SeenSpaces | 'unknown-cursor'>;
  /**
   * Those of the spaces that the caller may see, in any order. One call for every {@link MAX_IDS_PER_CALL}.
   *
   * @throws {ConfluenceFailure}
   */
  find(ids: readonly string[]): Promise<readonly SeenSpace[]>;
}

/** Ids that one call can carry. */
export const MAX_IDS_PER_CALL = 250;
