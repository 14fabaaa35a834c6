import { build } from 'rolldown';

/**
 * A script of `src/client/`, or the custom element of `src/embed/`, as one classic file. Classic, because an embedded
 * page in a sandboxed frame has no origin, and a module from a host without CORS headers would be blocked there.
 */
export async function bundle(name: string, room: 'client' | 'embed' = 'client'): Promise<string> {
  const { output } = await build({
    input: `src/${room}/${name}.ts`,
    platform: 'browser',
    transform: { target: 'es2022' },
    output: { format: 'iife', minify: true },
    write: false,
  });
  return output[0].code;
}
