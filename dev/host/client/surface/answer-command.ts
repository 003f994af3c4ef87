import type { RemoteFunction } from '../bridge/parcel';
import { memberOf } from '../tree/member-of';
import { isUiKitNode, type UiKitNode } from '../tree/ui-kit-node';
import { emitAppEvent, onAppEvent } from './app-events';
import type { AppSlot } from './app-slot';
import { askSite } from './ask-site';
import { closeFlag, showFlag } from './flags';
import { locate } from './locate';
import { toFlag } from './to-flag';

export type SurfacePorts = {
  readonly slot: AppSlot;
  /** As it is now: configuration changes. */
  readonly context: () => unknown;
  readonly draw: (tree: UiKitNode) => void;
  readonly fail: (message: string) => void;
};

type Command = (data: unknown, ports: SurfacePorts) => unknown;

const isRemote = (value: unknown): value is RemoteFunction => typeof value === 'function';

const navigate: Command = (data) => {
  const address = locate(data);
  if (memberOf(data, 'type') === 'new-tab') window.open(address, '_blank', 'noopener');
  else window.location.assign(address);
};

const reload: Command = () => {
  window.location.reload();
  return true;
};

const COMMANDS: Readonly<Record<string, Command>> = {
  reconcile: (data, { draw }) => {
    const tree = memberOf(data, 'forgeDoc');
    if (!isUiKitNode(tree)) throw new Error('what was drawn is not a UI Kit tree');
    draw(tree);
  },
  onError: (data, { fail }) => {
    fail(String(memberOf(memberOf(data, 'error'), 'message')));
  },
  getContext: (_, { context }) => context(),
  invoke: async (data, { slot: { module, space, content } }) => {
    const call = {
      module,
      space,
      content,
      functionKey: memberOf(data, 'functionKey'),
      payload: memberOf(data, 'payload'),
    };
    const body = await askSite('/_host/invoke', call);
    return memberOf(data, 'metadata') === undefined ? body : { body, metadata: {} };
  },
  showFlag: (data) => {
    showFlag(toFlag(data));
    return true;
  },
  closeFlag: (data) => {
    closeFlag(String(memberOf(data, 'id')));
    return true;
  },
  navigate,
  getUrl: (data) => new URL(locate(data), window.location.origin).href,
  reload,
  refresh: reload,
  on: (data) => {
    const callback = memberOf(data, 'callback');
    if (!isRemote(callback)) throw new Error('on needs a callback');
    return { unsubscribe: onAppEvent(String(memberOf(data, 'event')), callback) };
  },
  emit: (data) => {
    emitAppEvent(String(memberOf(data, 'event')), memberOf(data, 'payload'));
  },
  /** The host's tokens are there already. */
  enableTheming: () => undefined,
  changeWindowTitle: (data) => {
    document.title = String(data);
  },
};

/** Answers a command of the bridge. One that has no answer is recorded by the site and refused by name. */
export const answerCommand = (name: string, data: unknown, ports: SurfacePorts): unknown => {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command !== undefined) return command(data, ports);
  void askSite('/_host/not-modelled', { command: name });
  throw new Error(`not modelled: ${name}`);
};
