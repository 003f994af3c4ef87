import type { SyntheticEvent } from 'react';

/**
 * What a handler of the app gets of an event: plain data, as `SerialisableEvent` of @atlaskit/forge-react-types says. Taken
 * value by value: a form with a field called `name` has an element where its name would be.
 */
export const toEventData = (event: SyntheticEvent): unknown => {
  const { target } = event;
  return {
    bubbles: event.bubbles,
    cancelable: event.cancelable,
    defaultPrevented: event.defaultPrevented,
    eventPhase: event.eventPhase,
    isTrusted: event.isTrusted,
    timeStamp: event.timeStamp,
    type: event.type,
    target: Object.fromEntries(
      ['value', 'checked', 'name', 'id', 'tagName', 'type'].flatMap((name) => {
        const value: unknown = Reflect.get(target, name);
        return ['string', 'number', 'boolean'].includes(typeof value) ? [[name, value]] : [];
      }),
    ),
  };
};
