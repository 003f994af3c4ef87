/** A member of something that may be anything. */
export const memberOf = (value: unknown, name: string | number): unknown => {
  const member: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
  return member;
};

/** All members of something that may be anything. */
export const membersOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {};
