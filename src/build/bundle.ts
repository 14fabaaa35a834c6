import { build } from 'esbuild';

/**
 * A script of `src/client/`, or the custom element of `src/embed/`, as one classic file. Classic, because an embedded page in a sandboxed frame has no origin,
 * and a module from a host without CORS headers would be blocked there.
 */
export async function bundle(name: string, room: 'client' | 'embed' = 'client'): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [`src/${room}/${name}.ts`],
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}
