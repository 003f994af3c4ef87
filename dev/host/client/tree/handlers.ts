import type { SyntheticEvent } from 'react';

import { toEventData } from './event-data';
import { handlerProp, type UiKitNode } from './ui-kit-node';

type Handle = (event: SyntheticEvent) => void;

const HANDLERS = ['onClick', 'onChange', 'onBlur', 'onFocus'] as const;

/** The handlers of an element, made to take React's events. */
export const handlersOf = (node: UiKitNode): Partial<Record<(typeof HANDLERS)[number], Handle>> =>
  Object.fromEntries(
    HANDLERS.flatMap((name) => {
      const handler = handlerProp(node, name);
      return handler === undefined ? [] : [[name, (event: SyntheticEvent) => void handler(toEventData(event))]];
    }),
  );
