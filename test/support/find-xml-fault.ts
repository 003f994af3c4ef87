const part =
  /<!\[CDATA\[[\s\S]*?\]\]>|<!--(?:(?!--)[\s\S])*-->|<(?<slash>\/?)(?<name>[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?)(?<attributes>(?:\s+[A-Za-z_][\w.:-]*="[^<"]*")*)\s*(?<empty>\/?)>|[^<]+/y;

const reference = /&(?:(?<named>\w+)|#\d+|#x[\dA-Fa-f]+);/g;

const outsideXml = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u;

/** Of the HTML entities, those that the project's own content uses. */
const entities = new Set(
  'amp lt gt quot apos nbsp ndash mdash hellip rarr larr times rsquo lsquo ldquo rdquo bdquo auml ouml uuml Auml Ouml Uuml szlig euro middot eacute le ge copy sect'.split(
    ' ',
  ),
);

/**
 * Says what keeps a fragment of storage format from being well-formed XML (with `ac:` and `ri:` declared and HTML's
 * entities known), or `undefined`. Written from the XML 1.0 grammar, apart from any parser that the app uses.
 *
 * @see https://www.w3.org/TR/xml/#sec-well-formed
 */
export const findXmlFault = (xml: string): string | undefined => {
  if (outsideXml.test(xml)) return 'a character that XML cannot hold';
  const open: string[] = [];
  part.lastIndex = 0;
  while (part.lastIndex < xml.length) {
    const at = part.lastIndex;
    const found = part.exec(xml);
    if (found === null) return `no markup at ${at}: ${xml.slice(at, at + 60)}`;
    const { name, slash, empty, attributes = '' } = found.groups ?? {};
    const fault = name === undefined ? textFault(found[0]) : tagFault(name, attributes);
    if (fault !== undefined) return `${fault} at ${at}: ${xml.slice(at, at + 60)}`;
    if (name === undefined || empty === '/') continue;
    if (slash !== '/') open.push(name);
    else if (open.pop() !== name) return `a wrong end tag at ${at}: ${xml.slice(Math.max(0, at - 40), at + 40)}`;
  }
  return open.length === 0 ? undefined : `no end tag for ${open.join(' ')}`;
};

const textFault = (text: string): string | undefined => {
  if (text.startsWith('<')) return undefined;
  return text.includes(']]>') ? 'a bare ]]>' : referenceFault(text);
};

const tagFault = (name: string, attributes: string): string | undefined => {
  const names = [...attributes.matchAll(/([\w.:-]+)="/g)].map((attribute) => attribute[1] ?? '');
  const prefixes = [name, ...names].flatMap((each) => (each.includes(':') ? [each.split(':')[0]] : []));
  if (prefixes.some((prefix) => prefix !== 'ac' && prefix !== 'ri')) return 'an undeclared prefix';
  return new Set(names).size === names.length ? referenceFault(attributes) : 'an attribute twice';
};

const referenceFault = (text: string): string | undefined => {
  const unknown = [...text.matchAll(reference)].find(({ groups }) => {
    const named = groups?.['named'];
    return named !== undefined && !entities.has(named);
  });
  if (unknown !== undefined) return `an unknown entity ${unknown[0]}`;
  return text.replace(reference, '').includes('&') ? 'a bare &' : undefined;
};
