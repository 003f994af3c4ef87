import AtlaskitFlag, { AutoDismissFlag } from '@atlaskit/flag';
import { FlagGroup } from '@atlaskit/flag/flag-group';
import { useSyncExternalStore } from 'react';

import type { RemoteFunction } from '../bridge/parcel';

export type ShownFlag = {
  readonly id: string;
  readonly title: string;
  readonly description: string | undefined;
  readonly type: 'info' | 'success' | 'warning' | 'error';
  readonly isAutoDismiss: boolean;
  readonly actions: readonly { readonly text: string; readonly onClick: RemoteFunction | undefined }[];
};

let flags: readonly ShownFlag[] = [];
const watchers = new Set<() => void>();

const change = (next: readonly ShownFlag[]): void => {
  flags = next;
  for (const watch of watchers) watch();
};

/** A flag with the same id takes the place of the one before. */
export const showFlag = (flag: ShownFlag): void => {
  change([flag, ...flags.filter(({ id }) => id !== flag.id)]);
};

export const closeFlag = (id: string): void => {
  change(flags.filter((flag) => flag.id !== id));
};

const subscribe = (watch: () => void): (() => void) => {
  watchers.add(watch);
  return () => watchers.delete(watch);
};

/** The messages in the corner of the page. */
export const Flags = () => {
  const shown = useSyncExternalStore(subscribe, () => flags);
  return (
    <FlagGroup
      shouldRenderToParent
      onDismissed={(id) => {
        closeFlag(String(id));
      }}
    >
      {shown.map(({ id, title, description, type, isAutoDismiss, actions }) => {
        const As = isAutoDismiss ? AutoDismissFlag : AtlaskitFlag;
        return (
          <As
            key={id}
            id={id}
            title={title}
            description={description}
            appearance={type}
            actions={actions.map(({ text, onClick }) => ({ content: text, onClick: () => void onClick?.() }))}
          />
        );
      })}
    </FlagGroup>
  );
};
