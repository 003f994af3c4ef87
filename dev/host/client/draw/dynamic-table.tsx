import AtlaskitDynamicTable from '@atlaskit/dynamic-table';

import {
  choiceProp,
  flagProp,
  handlerProp,
  listProp,
  nodeProp,
  numberProp,
  textProp,
  type UiKitNode,
} from '../tree/ui-kit-node';
import { memberOf } from '../tree/member-of';
import { DrawChildren, DrawNode, type Drawing } from './draw-node';

/** What UI Kit took apart to send it over the bridge: `ContentWrapper`s named `head` and `rows`. */
const part = (node: UiKitNode, name: string): readonly UiKitNode[] =>
  node.children.find((child) => child.type === 'ContentWrapper' && child.props['name'] === name)?.children ?? [];

const cellOf = (cell: UiKitNode) => ({
  key: textProp(cell, 'cellKey') ?? numberProp(cell, 'cellKey'),
  colSpan: numberProp(cell, 'colSpan'),
  content: <DrawChildren node={cell} />,
});

const SORT_ORDERS = ['ASC', 'DESC'] as const;

const paginationTexts = (node: UiKitNode) => {
  const texts = node.props['paginationi18n'];
  if (texts === undefined) return undefined;
  const read = (name: string, otherwise: string): string => {
    const text = memberOf(texts, name);
    return typeof text === 'string' ? text : otherwise;
  };
  return {
    prev: read('prev', 'previous'),
    next: read('next', 'next'),
    label: read('label', 'pagination'),
    pageLabel: read('pageLabel', 'page'),
  };
};

const DynamicTable: Drawing = ({ node }) => {
  const head = part(node, 'head');
  const emptyView = nodeProp(node, 'emptyView');
  const onSetPage = handlerProp(node, 'onSetPage');
  const onSort = handlerProp(node, 'onSort');
  return (
    <AtlaskitDynamicTable
      caption={textProp(node, 'caption')}
      label={textProp(node, 'label')}
      testId={textProp(node, 'testId')}
      head={
        head.length === 0
          ? undefined
          : {
              cells: head.map((cell) => ({
                ...cellOf(cell),
                isSortable: flagProp(cell, 'isSortable'),
                shouldTruncate: flagProp(cell, 'shouldTruncate'),
                width: numberProp(cell, 'width'),
              })),
            }
      }
      rows={part(node, 'rows').map((row) => ({
        key: textProp(row, 'rowKey') ?? row.key,
        isHighlighted: flagProp(row, 'isHighlighted'),
        cells: row.children.map(cellOf),
      }))}
      emptyView={emptyView && <DrawNode node={emptyView} />}
      isLoading={flagProp(node, 'isLoading')}
      isFixedSize={flagProp(node, 'isFixedSize')}
      loadingSpinnerSize={choiceProp(node, 'loadingSpinnerSize', ['small', 'large'])}
      rowsPerPage={numberProp(node, 'rowsPerPage')}
      page={numberProp(node, 'page')}
      defaultPage={numberProp(node, 'defaultPage')}
      sortKey={textProp(node, 'sortKey')}
      sortOrder={choiceProp(node, 'sortOrder', SORT_ORDERS)}
      defaultSortKey={textProp(node, 'defaultSortKey')}
      defaultSortOrder={choiceProp(node, 'defaultSortOrder', SORT_ORDERS)}
      highlightedRowIndex={
        numberProp(node, 'highlightedRowIndex') ?? listProp(node, 'highlightedRowIndex')?.map(Number)
      }
      paginationi18n={paginationTexts(node)}
      onSetPage={(page) => void onSetPage?.(page)}
      onSort={(sorting: unknown) =>
        void onSort?.({ key: memberOf(sorting, 'key'), sortOrder: memberOf(sorting, 'sortOrder') })
      }
    />
  );
};

export const tableDrawings = { DynamicTable };
