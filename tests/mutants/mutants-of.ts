import { parseAst } from 'vite'

export interface Mutant {
  /** Offsets in the source, and what stands there instead. */
  start: number
  end: number
  text: string
}

interface Node {
  type: string
  start: number
  end: number
  [key: string]: unknown
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'

/** The other side of each operator. */
const opposite: Record<string, string> = {
  '===': '!==',
  '!==': '===',
  '==': '!=',
  '!=': '==',
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '&&': '||',
  '||': '&&',
  '??': '&&',
  '+': '-',
  '-': '+',
  '*': '/',
  '/': '*',
}

/** What is said to people, and what types say, is not what the tests are for. */
const skipped = /^(?:Import|TS|Export(?:All|Default))/

const literal = (node: Node): string[] => {
  const { value } = node
  if (typeof value === 'boolean') return [String(!value)]
  if (typeof value === 'number') return [String(value + 1)]
  return []
}

/** A condition that is always one thing. */
const always = (node: unknown): Mutant[] =>
  isNode(node) ? ['true', 'false'].map((text) => ({ start: node.start, end: node.end, text })) : []

function ofNode(node: Node, code: string): Mutant[] {
  const { start, end, type } = node
  const whole = (text: string): Mutant => ({ start, end, text })
  switch (type) {
    case 'BinaryExpression':
    case 'LogicalExpression': {
      const { left, right, operator } = node
      const other = opposite[String(operator)]
      if (other === undefined || !isNode(left) || !isNode(right)) return []
      // In a type a plus is none.
      const between = code.slice(left.end, right.start).replace(String(operator), () => other)
      return [{ start: left.end, end: right.start, text: between }]
    }
    case 'UnaryExpression':
      return node['operator'] === '!' && isNode(node['argument'])
        ? [whole(code.slice(node['argument'].start, node['argument'].end))]
        : []
    case 'Literal':
      return literal(node).map(whole)
    case 'IfStatement':
    case 'ConditionalExpression':
      return always(node['test'])
    case 'ThrowStatement':
      return [whole(';')]
    case 'ExpressionStatement':
      return isNode(node['expression']) && node['expression'].type !== 'Literal' ? [whole(';')] : []
    case 'ReturnStatement':
      return isNode(node['argument']) ? [whole('return undefined as never;')] : []
    default:
      return []
  }
}

/** Every small fault that a program can be given, one at a time, in the order of the source. */
export function mutantsOf(code: string): Mutant[] {
  const found: Mutant[] = []
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(walk)
    if (!isNode(value) || skipped.test(value.type)) return
    found.push(...ofNode(value, code))
    for (const child of Object.values(value)) if (typeof child === 'object') walk(child)
  }
  walk(parseAst(code, { lang: 'ts' }))
  return found.toSorted((a, b) => a.start - b.start)
}

export const applyMutant = (code: string, { start, end, text }: Mutant) =>
  `${code.slice(0, start)}${text}${code.slice(end)}`
