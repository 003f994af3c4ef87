import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import { startsBlock } from './block-elements';
import type { StorageElement, StorageNode } from './storage-node';

/** Elements nested deeper than this are dropped and what they hold goes to the last one kept: recursion stays safe. */
const MAX_DEPTH = 64;
const VOID_ELEMENTS: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'col', 'wbr', 'input', 'ri:page', 'ri:user']);
const SURROGATE = /[\ud800-\udfff]/;
const LONE_SURROGATE = /\p{Surrogate}/gu;
const ZERO_WIDTH = /[\u200b\u2060\ufeff]/g;
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
 *
 * Works on htmlparser2's tokenizer, not its parser: the parser's stack makes deep nesting and stray end tags quadratic,
 * and its XML mode does not know HTML entities.
 */
export const parseStorageTree = (storage: string): { readonly root: StorageElement; readonly complete: boolean } => {
  const source = readable(storage);
  const builder = createTreeBuilder();
  const tokenizer = new Tokenizer({ xmlMode: false, decodeEntities: true }, tokenizerCallbacks(source, builder));
  tokenizer.write(source);
  tokenizer.end();
  const endsInsideTag = source.lastIndexOf('<') > source.lastIndexOf('>');
  return { root: builder.root, complete: builder.finish() && !endsInsideTag };
};

const readable = (storage: string): string => {
  const seen = storage.replace(ZERO_WIDTH, '');
  return SURROGATE.test(seen) ? seen.replace(LONE_SURROGATE, '\ufffd') : seen;
};

type TreeBuilder = ReturnType<typeof createTreeBuilder>;

const createTreeBuilder = () => {
  const root: OpenElement = { name: '', attributes: NO_ATTRIBUTES, children: [], holdsBlocks: false };
  const stack: OpenTag[] = [];
  const openCount = new Map<string, number>();
  let wellFormed = true;

  const current = (): OpenElement => stack.at(-1)?.element ?? root;

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
    return name;
  };

  return {
    root,
    text: (text: string): void => {
      const { children } = current();
      const last = children.at(-1);
      if (typeof last === 'string') children[children.length - 1] = last + text;
      else children.push(text);
    },
    open: (name: string, attributes: ReadonlyMap<string, string>): void => {
      if (startsBlock({ name, attributes })) noteBlock();
      const parent = current();
      if (stack.length < MAX_DEPTH) {
        const element: OpenElement = { name, attributes, children: [], holdsBlocks: false };
        parent.children.push(element);
        stack.push({ name, element });
      } else {
        stack.push({ name, element: parent });
      }
      openCount.set(name, (openCount.get(name) ?? 0) + 1);
      if (VOID_ELEMENTS.has(name)) pop();
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

const tokenizerCallbacks = (source: string, builder: TreeBuilder): TokenizerCallbacks => {
  let name = '';
  let attributes: Map<string, string> | undefined;
  let attribute = '';
  let value = '';
  const open = (): void => {
    builder.open(name, attributes ?? NO_ATTRIBUTES);
  };
  return {
    onopentagname: (start, end) => {
      name = source.slice(start, end).toLowerCase();
      attributes = undefined;
    },
    onattribname: (start, end) => {
      attribute = source.slice(start, end).toLowerCase();
      value = '';
    },
    onattribdata: (start, end) => {
      value += source.slice(start, end);
    },
    onattribentity: (codePoint) => {
      value += String.fromCodePoint(codePoint);
    },
    onattribend: () => {
      attributes ??= new Map();
      attributes.set(attribute, value);
    },
    onopentagend: open,
    onselfclosingtag: () => {
      open();
      builder.close(name);
    },
    onclosetag: (start, end) => {
      builder.close(source.slice(start, end).toLowerCase());
    },
    ontext: (start, end) => {
      builder.text(source.slice(start, end));
    },
    ontextentity: (codePoint) => {
      builder.text(String.fromCodePoint(codePoint));
    },
    oncdata: (start, end, endOffset) => {
      builder.text(source.slice(start, end - endOffset));
    },
    oncomment: ignore,
    ondeclaration: ignore,
    onprocessinginstruction: ignore,
    onend: ignore,
  };
};

const ignore = (): void => undefined;
