/** What goes between the app's frame and the page around it. Calls and answers go both ways: handlers are functions too. */
export type BridgeMessage =
  | { readonly kind: 'call'; readonly id: number; readonly command: string; readonly data: unknown }
  | { readonly kind: 'run'; readonly id: number; readonly function: string; readonly parameters: unknown }
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'failure'; readonly id: number; readonly message: string };

const KINDS: readonly unknown[] = ['call', 'run', 'answer', 'failure'];

export const isBridgeMessage = (value: unknown): value is BridgeMessage =>
  typeof value === 'object' && value !== null && 'kind' in value && KINDS.includes(value.kind) && 'id' in value;
