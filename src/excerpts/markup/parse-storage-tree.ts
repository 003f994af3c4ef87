import { startsBlock } from './block-elements';
import { scanMarkup } from './scan-markup';
import type { StorageElement, StorageNode } from './storage-node';

/** Elements nested deeper than this are dropped and what they hold goes to the last one kept: recursion stays safe. */
const MAX_DEPTH = 64;
const VOID_ELEMENTS: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'col', 'wbr', 'input', 'ri:page', 'ri:user']);
/** Most bodies have neither a surrogate nor anything unseen, and one look tells. */
const PERHAPS_UNREADABLE = /[\u00ad\u200b\u2060\ufeff\ud800-\udfff]/;
const LONE_SURROGATE = /\p{Surrogate}/gu;
/** Zero-width spaces and soft hyphens would keep words from being found. */
const UNSEEN = /[\u00ad\u200b\u2060\ufeff]/g;
const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();

type OpenElement = {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: StorageNode[];
  holdsBlocks: boolean;
};

/** An entry of the stack: an element that was dropped for its depth only remembers its name. */
type OpenTag = { readonly name: string; readonly element: OpenElement };

/**
 * Reads storage format into a tree. Never throws, and takes time in proportion to the length of the input.
 * HTML entities are decoded, comments and what cannot be seen are gone, half surrogates are replaced.
 * `complete` is false when tags do not match or the end is missing; what could be read is there all the same.
 */
export const parseStorageTree = (storage: string): { readonly root: StorageElement; readonly complete: boolean } => {
  const builder = createTreeBuilder();
  const endsWell = scanMarkup(readable(storage), builder);
  return { root: builder.root, complete: builder.finish() && endsWell };
};

const readable = (storage: string): string =>
  PERHAPS_UNREADABLE.test(storage) ? storage.replace(UNSEEN, '').replace(LONE_SURROGATE, '\ufffd') : storage;

const createTreeBuilder = () => {
  const root: OpenElement = { name: '', attributes: NO_ATTRIBUTES, children: [], holdsBlocks: false };
  const stack: OpenTag[] = [];
  /** How many of each name are open, so that a stray end tag costs no search. */
  const openCount = new Map<string, number>();
  let current = root;
  let wellFormed = true;

  const noteBlock = (): void => {
    for (let depth = Math.min(stack.length, MAX_DEPTH) - 1; depth >= 0; depth -= 1) {
      const element = stack[depth]?.element;
      if (element === undefined || element.holdsBlocks) return;
      element.holdsBlocks = true;
    }
  };

  const pop = (): string | undefined => {
    const name = stack.pop()?.name;
    if (name !== undefined) openCount.set(name, (openCount.get(name) ?? 1) - 1);
    current = stack.at(-1)?.element ?? root;
    return name;
  };

  return {
    root,
    text: (decoded: string): void => {
      const text = decoded.replace(UNSEEN, '');
      const { children } = current;
      const last = children.at(-1);
      if (typeof last === 'string') children[children.length - 1] = last + text;
      else children.push(text);
    },
    open: (name: string, attributes: ReadonlyMap<string, string>): void => {
      if (startsBlock({ name, attributes })) noteBlock();
      if (stack.length < MAX_DEPTH) {
        const element: OpenElement = { name, attributes, children: [], holdsBlocks: false };
        current.children.push(element);
        if (VOID_ELEMENTS.has(name)) return;
        current = element;
      } else if (VOID_ELEMENTS.has(name)) return;
      stack.push({ name, element: current });
      openCount.set(name, (openCount.get(name) ?? 0) + 1);
    },
    close: (name: string): void => {
      if (VOID_ELEMENTS.has(name)) return;
      if ((openCount.get(name) ?? 0) === 0) {
        wellFormed = false;
        return;
      }
      while (pop() !== name) wellFormed = false;
    },
    finish: (): boolean => wellFormed && stack.length === 0,
  };
};
