import { describe, expect, it } from '@jest/globals';
import { InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace';
import { startTracing } from './tracing.js';

const CALLER = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';

const traced = () => {
  const exporter = new InMemorySpanExporter();
  const { tracing } = startTracing('api', new SimpleSpanProcessor({ exporter }));
  return { tracing, spans: () => exporter.getFinishedSpans() };
};

describe('spans', () => {
  it('go on with the caller’s trace, and hold what is done inside them', async () => {
    const { tracing, spans } = traced();
    await tracing.during('outer', { parent: CALLER, serves: true }, async () => {
      await Promise.resolve();
      tracing.during('inner', {}, () => 1);
    });
    const [inner, outer] = spans();
    expect(outer?.parentSpanContext?.spanId).toBe('00f067aa0ba902b7');
    expect(inner?.parentSpanContext?.spanId).toBe(outer?.spanContext().spanId);
    expect(inner?.spanContext().traceId).toBe('4bf92f3577b34da6a3ce929d0e0e4736');
  });

  it('tell the traceparent of the work under way, and none beside it', () => {
    const { tracing } = traced();
    const inside = tracing.during('work', { parent: CALLER }, () => tracing.traceparent());
    expect(inside).toMatch(/^00-4bf92f3577b34da6a3ce929d0e0e4736-[\da-f]{16}-01$/);
    expect(inside).not.toBe(CALLER);
    expect(tracing.traceparent()).toBeUndefined();
  });

  it.each(['', 'rubbish', '00-0-0-00'])('begin a trace of their own where the caller’s is none (“%s”)', (parent) => {
    const { tracing, spans } = traced();
    tracing.during('work', { parent }, () => undefined);
    expect(spans()[0]?.parentSpanContext).toBeUndefined();
  });

  it('follow a caller who doesn’t want to be traced', () => {
    const { tracing, spans } = traced();
    tracing.during('work', { parent: CALLER.replace(/01$/, '00') }, () => undefined);
    expect(spans()).toEqual([]);
  });

  it('end with a failure, told by its class: its text may name a file', async () => {
    const { tracing, spans } = traced();
    const failing = tracing.during('work', {}, () => Promise.reject(new RangeError('petition-1')));
    await expect(failing).rejects.toThrow('petition-1');
    expect(() =>
      tracing.during('work', {}, () => {
        throw new RangeError('petition-2');
      }),
    ).toThrow('petition-2');
    expect(spans().map(({ status }) => status.message)).toEqual(['RangeError', 'RangeError']);
  });

  it('link to requests, each once and at most thirty-two', () => {
    const { tracing } = traced();
    expect(tracing.linksTo([CALLER, undefined, CALLER, 'rubbish'])).toMatchObject([
      { context: { traceId: '4bf92f3577b34da6a3ce929d0e0e4736', spanId: '00f067aa0ba902b7' } },
    ]);
    const many = Array.from({ length: 50 }, (_, i) =>
      CALLER.replace('00f067aa0ba902b7', (i + 1).toString(16).padStart(16, '0')),
    );
    expect(tracing.linksTo(many)).toHaveLength(32);
  });
});
