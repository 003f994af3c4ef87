import { readMacro } from '../markup/macro';
import type { StorageElement, StorageNode } from '../markup/storage-node';
import type { InlineWriter, WrittenInline } from './inline-writer';
import { macroText } from './macro-text';

/** Macros that show nothing of their own. */
const SILENT: ReadonlySet<string> = new Set(['anchor', 'toc', 'children', 'pagetree', 'pagetreesearch']);

/** A macro within a line. One this app does not know keeps its body and says its name. */
export const writeInlineMacro = (
  element: StorageElement,
  writer: InlineWriter,
  writeLine: (nodes: readonly StorageNode[]) => WrittenInline,
): void => {
  const macro = readMacro(element);
  if (SILENT.has(macro.name)) return;
  const own = macroText(macro);
  if (own !== undefined) writer.whole(own.markdown, own.text);
  if (macro.plainBody !== undefined) writer.code(macro.plainBody);
  if (macro.richBody !== undefined) {
    const body = writeLine(macro.richBody.children);
    writer.space();
    writer.whole(body.markdown, body.text);
    writer.space();
  }
};
