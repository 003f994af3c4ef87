import { createBridgeEnd } from './bridge/bridge-end';

/**
 * Runs in the app's frame before the app: gives it the `__bridge` that `@forge/bridge` calls. The frame has an opaque
 * origin; all that it can do with the page around it is send it messages.
 */
const site = new URL(location.href).origin;

const end = createBridgeEnd({
  post: (message) => {
    window.parent.postMessage(message, site);
  },
  answer: (command) => {
    throw new Error(`the app does not answer ${command}`);
  },
});

window.addEventListener('message', ({ source, data }) => {
  if (source === window.parent) end.receive(data);
});

Object.assign(globalThis, { __bridge: { callBridge: end.call } });
