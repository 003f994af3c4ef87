import { useEffect, useRef, useState } from 'react';

import { createBridgeEnd } from '../bridge/bridge-end';
import { allDrawings } from '../draw/all-drawings';
import { DrawNode, Drawings } from '../draw/draw-node';
import { memberOf, membersOf } from '../tree/member-of';
import type { UiKitNode } from '../tree/ui-kit-node';
import { answerCommand } from './answer-command';
import { emitAppEvent } from './app-events';
import type { AppSlot } from './app-slot';
import { ConfigPanel } from './config-panel';

/** The app in its place: its code in a frame of its own, what it draws here. */
export const AppSurface = ({ slot }: { readonly slot: AppSlot }) => {
  const frame = useRef<HTMLIFrameElement>(null);
  const config = useRef(memberOf(slot.context['extension'], 'config'));
  const [tree, setTree] = useState<UiKitNode>();
  const [configTree, setConfigTree] = useState<UiKitNode>();
  const [failure, setFailure] = useState<string>();

  useEffect(() => {
    const end = createBridgeEnd({
      post: (message) => frame.current?.contentWindow?.postMessage(message, '*'),
      answer: (command, data) =>
        answerCommand(command, data, {
          slot,
          context: () => withConfig(slot, config.current),
          draw: (drawn) => {
            if (drawn.type === 'MacroConfig') setConfigTree(drawn);
            else setTree(drawn);
          },
          fail: setFailure,
        }),
    });
    const receive = ({ source, origin, data }: MessageEvent): void => {
      if (source === frame.current?.contentWindow && origin === 'null') end.receive(data);
    };
    window.addEventListener('message', receive);
    if (frame.current !== null) frame.current.src = slot.frame;
    void sayWhyNot(slot, setFailure);
    return () => {
      window.removeEventListener('message', receive);
    };
  }, [slot]);

  return (
    <Drawings.Provider value={allDrawings}>
      <div data-app-state={failure === undefined ? (tree === undefined ? 'loading' : 'drawn') : 'failed'}>
        {failure !== undefined && <p role="alert">The app has failed: {failure}</p>}
        {tree === undefined ? <p className="app-loading">{slot.title}: loading</p> : <DrawNode node={tree} />}
      </div>
      {slot.isEditing && configTree !== undefined && (
        <ConfigPanel
          slot={slot}
          tree={configTree}
          config={config.current}
          onSaved={(saved) => {
            config.current = saved;
            emitAppEvent('FORGE_CORE_MACRO_CONFIG_CHANGED', undefined);
          }}
        />
      )}
      <iframe
        ref={frame}
        className="app-code"
        sandbox="allow-scripts"
        title={`Code of ${slot.title}`}
        tabIndex={-1}
        aria-hidden="true"
      />
    </Drawings.Provider>
  );
};

/** An app that does not build has nothing to say for itself. */
const sayWhyNot = async ({ frame }: AppSlot, fail: (why: string) => void): Promise<void> => {
  const answer = await fetch(frame);
  // Read in any case: an answer that nobody reads is never over.
  const text = await answer.text();
  if (!answer.ok) fail(text);
};

const withConfig = ({ context }: AppSlot, config: unknown): unknown => ({
  ...context,
  extension: { ...membersOf(context['extension']), ...(config === undefined ? {} : { config }) },
});
