/**
 * CQL as a parsing grammar. `options.isKnownField` decides which words are fields.
 *
 * Strings take single or double quotes and the escapes `\\`, `\"` and `\'`. Unquoted values hold neither reserved
 * characters nor reserved words. Whatever follows an operator and is no value is reported the way Confluence does.
 * @see advanced-searching-using-cql "Reserved characters", "Reserved words"; cql-operators; cql-keywords;
 *   duo-labs/markdown-to-confluence#1 (the message for a missing value)
 */
export const CQL_GRAMMAR = String.raw`
Query
  = _ where:Expression orderBy:OrderBy? _ { return { where, orderBy: orderBy ?? [] }; }

Expression
  = first:Operand rest:(_ kind:Junction _ right:Operand { return { kind, right }; })* {
      return rest.reduce((left, { kind, right }) => ({ kind, left, right }), first);
    }

Junction
  = "AND"i !WordCharacter { return 'and'; }
  / "OR"i !WordCharacter { return 'or'; }

Operand
  = "NOT"i !WordCharacter _ operand:Operand { return { kind: 'not', operand }; }
  / "(" _ inner:Expression _ ")" { return { kind: 'group', inner }; }
  / Clause

Clause
  = field:Field _ operator:ListOperator _ value:(
      List / Function / got:$.? { error("Expecting a value for operator '" + operator + "' after field '" + field + "' but got '" + got + "'"); }
    ) { return { kind: 'clause', field, operator, value }; }
  / field:Field _ operator:Operator _ value:(
      Scalar / got:$.? { error("Expecting a value for operator '" + operator + "' after field '" + field + "' but got '" + got + "'"); }
    ) { return { kind: 'clause', field, operator, value }; }

Field
  = !Reserved name:$([A-Za-z] [A-Za-z0-9_.]*) {
      if (!options.isKnownField(name)) error("No field exists with the name: '" + name + "'");
      return name;
    }

ListOperator
  = "IN"i !WordCharacter { return 'IN'; }
  / "NOT"i __ "IN"i !WordCharacter { return 'NOT IN'; }

Operator
  = "!=" / "!~" / ">=" / "<=" / "=" / ">" / "<" / "~"

List
  = "(" _ first:Scalar rest:(_ "," _ value:Scalar { return value; })* _ ")" { return { kind: 'list', values: [first, ...rest] }; }

Scalar
  = Function
  / text:Quoted { return { kind: 'string', text }; }
  / text:Bare { return { kind: 'string', text }; }

Function
  = name:$([A-Za-z] [A-Za-z0-9]*) _ "(" _ args:Arguments? _ ")" { return { kind: 'function', name, args: args ?? [] }; }

Arguments
  = first:Argument rest:(_ "," _ value:Argument { return value; })* { return [first, ...rest]; }

Argument
  = Quoted
  / Bare

Quoted
  = '"' characters:(Escape / $[^"\\\r\n])* '"' { return characters.join(''); }
  / "'" characters:(Escape / $[^'\\\r\n])* "'" { return characters.join(''); }

Escape
  = "\\" character:["'\\] { return character; }

Bare
  = !Reserved text:$BareCharacter+ { return text; }

BareCharacter
  = [^ \t\r\n+.,;?|*/%^$#@[\]"'()=!<>~\\{}&]

Reserved
  = ReservedWord !WordCharacter

ReservedWord
  = "after"i / "and"i / "as"i / "avg"i / "before"i / "begin"i / "by"i / "commit"i / "contains"i / "count"i / "distinct"i
  / "else"i / "empty"i / "end"i / "explain"i / "from"i / "having"i / "if"i / "inner"i / "insert"i / "into"i / "in"i
  / "isnull"i / "is"i / "left"i / "like"i / "limit"i / "max"i / "min"i / "null"i / "not"i / "order"i / "or"i / "outer"i
  / "right"i / "select"i / "sum"i / "then"i / "was"i / "where"i / "update"i

WordCharacter
  = [A-Za-z0-9_:-]

OrderBy
  = __ "ORDER"i __ "BY"i __ first:Order rest:(_ "," _ order:Order { return order; })* { return [first, ...rest]; }

Order
  = field:Field direction:(__ word:("ASC"i / "DESC"i) !WordCharacter { return word.toUpperCase(); })? {
      return { field, direction: direction ?? 'ASC' };
    }

_ = [ \t\r\n]*
__ = [ \t\r\n]+
`;
