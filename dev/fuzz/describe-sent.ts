import type { Delivery } from './fuzz-request';

const MAX_CHARS = 2000;

/** What was sent, as one line of at most some 2,000 characters. */
export const describeSent = (delivery: Delivery): string => {
  const sent =
    delivery.via === 'event' ? delivery.event : { ...delivery.request, body: delivery.request.body.toString() };
  const text = JSON.stringify(sent);
  return text.length <= MAX_CHARS ? text : `${text.slice(0, MAX_CHARS)} … (${text.length} characters)`;
};
