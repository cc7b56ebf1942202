import { fileURLToPath } from 'node:url'
import { Client, credentials, type ServiceError, status } from '@grpc/grpc-js'
import { loadSync, type MethodDefinition } from '@grpc/proto-loader'
import type * as z from 'zod'
import { fail, ok, type Result } from '../../../src/core/result.ts'

/** What a runtime refused: the gRPC code as Go spells it, and the text. */
export type Refusal = { readonly code: string; readonly text: string }

/** A connection to a runtime that speaks CRI v1. */
export type CriClient = {
  /** Makes a call, such as `RuntimeService/RunPodSandbox`. */
  readonly call: <T>(method: string, request: object, answer: z.ZodType<T>) => Promise<Result<T, Refusal>>
  readonly close: () => void
}

const METHODS: ReadonlyMap<string, MethodDefinition<object, object>> = new Map(
  Object.entries(
    loadSync(fileURLToPath(new URL('runtime.proto', import.meta.url)), { keepCase: true, longs: Number }),
  ).flatMap(([service, definition]) =>
    'format' in definition
      ? []
      : Object.entries(definition).map(
          ([name, method]) => [`${service.replace('runtime.v1.', '')}/${name}`, method] as const,
        ),
  ),
)

/** `FAILED_PRECONDITION` as Go's grpc writes it: FailedPrecondition. */
const inGo = (code: string): string =>
  code
    .split('_')
    .map(word => word.slice(0, 1) + word.slice(1).toLowerCase())
    .join('')

const refusal = ({ code, details }: ServiceError): Refusal => ({
  code: inGo(status[code] ?? 'UNKNOWN'),
  text: details,
})

/** Connects to the socket of a runtime. Nothing is sent before the first call. */
export function criClient(socket: string): CriClient {
  const client = new Client(`unix:${socket}`, credentials.createInsecure(), {
    // A daemon that has its socket but does not listen yet is asked again soon.
    'grpc.initial_reconnect_backoff_ms': 20,
  })
  return {
    call: (name, request, answer) =>
      new Promise((resolve, reject) => {
        const method = METHODS.get(name)
        if (method === undefined) throw new Error(`runtime.proto has no ${name}`)
        const { path, requestSerialize, responseDeserialize } = method
        client.makeUnaryRequest(path, requestSerialize, responseDeserialize, request, (error, value) => {
          if (error !== null) return resolve(fail(refusal(error)))
          const parsed = answer.safeParse(value)
          return parsed.success ? resolve(ok(parsed.data)) : reject(parsed.error)
        })
      }),
    close: () => client.close(),
  }
}
