// The classes of highlighted code: one row for each, with the TextMate scopes that get it. The stylesheet colours these classes.

/** Class of a token and the scopes it stands for. Where two rows fit, the longer scope counts, as in every TextMate theme. */
export const TOKEN_CLASSES: Readonly<Record<string, readonly string[]>> = {
  'tk-comment': ['comment', 'punctuation.definition.comment', 'string.comment'],
  'tk-keyword': ['keyword', 'storage', 'storage.type', 'keyword.operator.new', 'keyword.operator.expression', 'variable.language', 'punctuation.definition.directive'],
  'tk-operator': ['keyword.operator', 'punctuation.separator.key-value', 'storage.type.function.arrow'],
  'tk-string': ['string', 'punctuation.definition.string', 'markup.inline.raw', 'markup.fenced_code', 'constant.other.symbol'],
  'tk-escape': ['constant.character.escape', 'string.regexp', 'constant.other.placeholder', 'punctuation.definition.template-expression', 'punctuation.section.embedded'],
  'tk-constant': ['constant', 'constant.numeric', 'constant.language', 'support.constant', 'variable.other.constant', 'entity.name.constant', 'keyword.other.unit'],
  'tk-function': ['entity.name.function', 'support.function', 'meta.function-call.generic', 'entity.name.command', 'variable.function'],
  'tk-type': ['entity.name.type', 'entity.name.class', 'entity.name.namespace', 'entity.other.inherited-class', 'support.type', 'support.class', 'storage.type.proto'],
  'tk-property': [
    'support.type.property-name',
    'entity.name.tag.yaml',
    'keyword.other.definition.ini',
    'variable.other.property',
    'variable.other.object.property',
    'meta.object-literal.key',
    'entity.other.attribute-name',
    'variable.other.graphql',
    'variable.other.field.proto',
  ],
  'tk-variable': ['variable.other.readwrite.shell', 'punctuation.definition.variable', 'variable.other.normal.shell', 'variable.other.env', 'variable.parameter', 'variable.graphql'],
  'tk-tag': ['entity.name.tag', 'meta.tag.sgml'],
  'tk-heading': ['markup.heading', 'entity.name.section'],
  'tk-inserted': ['markup.inserted', 'punctuation.definition.inserted'],
  'tk-deleted': ['markup.deleted', 'punctuation.definition.deleted'],
  'tk-changed': ['markup.changed', 'meta.diff.range', 'meta.diff.header'],
  'tk-invalid': ['invalid', 'message.error'],
};
