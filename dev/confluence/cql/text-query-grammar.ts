/**
 * The string behind `~`, after CQL's own escapes are undone: the second of the two layers.
 * Whatever text search might read as an operator that the documentation does not promise comes out as `unsupported`.
 * @see performing-text-searches-using-cql: terms, phrases, wildcards (not first), fuzzy searches, escaping
 */
export const TEXT_QUERY_GRAMMAR = String.raw`
TextQuery
  = _ items:(item:Item _ { return item; })* { return items; }

Item
  = '"' text:(Escaped / $[^"\\])* '"' suffix:$[~^]? {
      return suffix === '' ? { kind: 'phrase', text: text.join('') } : { kind: 'unsupported', text: suffix };
    }
  / Unsupported
  / wildcard:$[*?] [^ \t\r\n]* { return { kind: 'refused', text: wildcard }; }
  / parts:Part+ fuzzy:Fuzzy? { return { kind: 'term', parts, fuzzy: fuzzy ?? false }; }

Unsupported
  = operator:$("&&" / "||" / [+\-!(){}^:/] / "[" / "]") { return { kind: 'unsupported', text: operator }; }
  / operator:$("AND" / "OR" / "NOT") &(Space / ![^]) { return { kind: 'unsupported', text: operator }; }

Part
  = literal:Escaped { return { literal }; }
  / wildcard:[*?] { return { wildcard }; }
  / literal:$[^ \t\r\n"\\*?~!(){}[\]^:&|]+ { return { literal }; }
  / literal:$([&|] ![&|]) { return { literal }; }

Fuzzy
  = "~" $[0-9.]* { return true; }

Escaped
  = "\\" character:$. { return character; }

Space = [ \t\r\n]
_ = Space*
`;
