/** A function of the other side, callable here. */
export type RemoteFunction = (...parameters: readonly unknown[]) => Promise<unknown>;

const FUNCTION = '$function';
const ELEMENT = '$element';

type Packing = { readonly nameFunction: (value: (...parameters: unknown[]) => unknown) => string };

const isFunction = (value: unknown): value is (...parameters: unknown[]) => unknown => typeof value === 'function';

/**
 * Makes plain data of a value: functions become references, errors their message, React elements in props (an action of
 * an empty state) their type and props. What refers to itself is refused, and so is what no data can stand for.
 *
 * @throws {TypeError}
 */
export const pack = (value: unknown, packing: Packing, above: readonly unknown[] = []): unknown => {
  if (isFunction(value)) return { [FUNCTION]: packing.nameFunction(value) };
  if (typeof value === 'symbol' || typeof value === 'bigint')
    throw new TypeError(`${typeof value} cannot cross the bridge`);
  if (typeof value !== 'object' || value === null) return value;
  if (above.includes(value)) throw new TypeError('a circular value cannot cross the bridge');
  const inside = [...above, value];
  if (Array.isArray(value)) return value.map((each) => pack(each, packing, inside));
  if (value instanceof Error) return { name: value.name, message: value.message };
  if ('$$typeof' in value) return packElement(value, packing, inside);
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, pack(each, packing, inside)]));
};

const packElement = (element: object, packing: Packing, above: readonly unknown[]): unknown => {
  const type = 'type' in element ? element.type : undefined;
  if (typeof type !== 'string') throw new TypeError('only elements of UI Kit can be props of others');
  const props = 'props' in element ? element.props : {};
  return { [ELEMENT]: { type, props: pack(props, packing, above) } };
};

type Unpacking = { readonly callable: (name: string) => RemoteFunction };

/** The other way round. An element becomes a node of the tree. */
export const unpack = (value: unknown, unpacking: Unpacking): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((each) => unpack(each, unpacking));
  if (FUNCTION in value && typeof value[FUNCTION] === 'string') return unpacking.callable(value[FUNCTION]);
  if (ELEMENT in value) return toNode(value, unpacking);
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, unpack(each, unpacking)]));
};

const toNode = (element: unknown, unpacking: Unpacking): unknown => {
  if (typeof element === 'string' || typeof element === 'number')
    return { type: 'String', key: '', props: { text: String(element) }, children: [] };
  const inner = typeof element === 'object' && element !== null && ELEMENT in element ? element[ELEMENT] : undefined;
  if (typeof inner !== 'object' || inner === null || !('type' in inner) || !('props' in inner)) return undefined;
  const { children, ...props }: { readonly children?: unknown } = { ...(inner.props ?? {}) };
  return {
    type: inner.type,
    key: '',
    props: unpack(props, unpacking),
    children: [children]
      .flat(4)
      .map((child) => toNode(child, unpacking))
      .filter((child) => child !== undefined),
  };
};
