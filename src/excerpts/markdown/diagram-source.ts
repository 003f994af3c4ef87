import { is, object, string } from 'valibot';
import type { Macro } from '../markup/macro';

const drawing = object({ umlDefinition: string() });

/** The source of a diagram that is kept in a wrapping of its own; undefined for every other macro. */
export const diagramSource = ({ name, plainBody, parameters }: Macro): string | undefined => {
  if (name === 'plantuml' && plainBody !== undefined) return fromJson(plainBody);
  // The other form is compressed, and inflating it takes more than it is worth: its name is said.
  if (name !== 'plantumlcloud' || parameters.get('compressed') !== 'false') return undefined;
  return fromBase64(parameters.get('data') ?? '');
};

const fromJson = (body: string): string | undefined => {
  if (!body.trimStart().startsWith('{')) return undefined;
  try {
    const parsed: unknown = JSON.parse(body);
    return is(drawing, parsed) ? parsed.umlDefinition : undefined;
  } catch {
    return undefined;
  }
};

const fromBase64 = (data: string): string | undefined => {
  try {
    return decodeURIComponent(atob(data));
  } catch {
    return undefined;
  }
};
