import type { FactType, ObjectType } from './fact-types.ts'

/** A class of fact objects, as CEL needs to know them. */
export type Shape = { readonly type: ObjectType; readonly ctor: new () => object }

/** Turns a plain fact into what CEL reads. */
export type Converter = (plain: unknown) => unknown

/** Converters for types, which share one class for each object type. `shapes` lists the classes, inner ones first. */
export type Converters = { converter(type: FactType): Converter; shapes(): readonly Shape[] }

/**
 * Prepares the conversion of plain facts for CEL: integers become BigInt, objects become instances of a class that CEL
 * knows. This is the one place where that happens. Fields that are absent stay absent.
 *
 * A converter throws a RangeError for an integer fact that is not whole: a bug in the world that made it.
 */
export function converters(): Converters {
  const shapes = new Map<string, Shape>()
  const converter = (type: FactType): Converter => {
    switch (type.type) {
      case 'int':
        return plain => (typeof plain === 'number' ? BigInt(plain) : plain)
      case 'list':
        return list(converter(type.element))
      case 'object':
        return object(type)
      case 'bool':
      case 'double':
      case 'string':
        return plain => plain
    }
  }
  const object = (type: ObjectType): Converter => {
    const fields = [...type.fields].map(([name, field]) => [name, converter(field.type)] as const)
    const shape = shapes.get(type.name) ?? { type, ctor: class {} }
    shapes.set(type.name, shape)
    return plain => instance(shape, fields, plain)
  }
  return { converter, shapes: () => [...shapes.values()] }
}

function list(element: Converter): Converter {
  return plain => (Array.isArray(plain) ? plain.map(element) : plain)
}

type Fields = readonly (readonly [name: string, convert: Converter])[]

function instance(shape: Shape, fields: Fields, plain: unknown): unknown {
  if (typeof plain !== 'object' || plain === null) return plain
  const values: { [name: string]: unknown } = {}
  for (const [name, convert] of fields) {
    const value: unknown = Object.hasOwn(plain, name) ? Reflect.get(plain, name) : undefined
    if (value !== undefined) values[name] = convert(value)
  }
  return Object.assign(new shape.ctor(), values)
}
