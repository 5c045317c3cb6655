import type { Answers } from './answers.js';
import type { RequestName, RequestParams, SendName, SendParams, Transport } from './api.js';
import { fromWireError } from './errors.js';
import type { WireError } from './errors.js';
import type { PushName, Pushes } from './pushes.js';

/** The typed side of a transport: answers come back as values, failures as LabError. */
export class Client {
  constructor(private readonly transport: Transport) {}

  async request<N extends RequestName>(name: N, params: RequestParams<N>): Promise<Answers[N]> {
    const reply = (await this.transport.invoke(name, params)) as
      { result: Answers[N] } | { error: WireError };
    if ('error' in reply) throw fromWireError(reply.error);
    return reply.result;
  }

  send<N extends SendName>(name: N, params: SendParams<N>): void {
    this.transport.send(name, params);
  }

  /** Returns the function that stops listening. */
  on<N extends PushName>(name: N, listener: (payload: Pushes[N]) => void): () => void {
    return this.transport.onPush((pushed, payload) => {
      if (pushed === name) listener(payload as Pushes[N]);
    });
  }
}
