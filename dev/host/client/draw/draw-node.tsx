import { createContext, useContext, type ComponentType, type ReactNode } from 'react';

import type { UiKitNode } from '../tree/ui-kit-node';

export type Drawing = ComponentType<{ readonly node: UiKitNode }>;

/** How each component is drawn, by its type. */
export const Drawings = createContext<ReadonlyMap<string, Drawing>>(new Map());

/** Draws one element. A component without a drawing says so loudly, and tests look for that. */
export const DrawNode = ({ node }: { readonly node: UiKitNode }): ReactNode => {
  const Known = useContext(Drawings).get(node.type);
  if (Known !== undefined) return <Known node={node} />;
  return (
    <div role="alert" data-missing={node.type} className="missing">
      The local site does not draw {node.type}.
    </div>
  );
};

export const DrawAll = ({ nodes }: { readonly nodes: readonly UiKitNode[] }): ReactNode =>
  nodes.map((node, index) => <DrawNode key={node.key === '' ? index : node.key} node={node} />);

export const DrawChildren = ({ node }: { readonly node: UiKitNode }): ReactNode => <DrawAll nodes={node.children} />;
