/** The members that have a value; what `exactOptionalPropertyTypes` wants of something parsed. */
export const withoutUndefined = <T extends object>(members: T): Defined<T> => {
  const kept: Defined<T> = {};
  for (const name in members) {
    const value = members[name];
    if (isDefined(value)) kept[name] = value;
  }
  return kept;
};

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

const isDefined = <T>(value: T): value is Exclude<T, undefined> => value !== undefined;
