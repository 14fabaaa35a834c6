import { build } from 'esbuild';

/**
 * A script of `src/client/` as one classic file. Classic, because an embedded page in a sandboxed frame has no origin,
 * and a module from a host without CORS headers would be blocked there.
 */
export async function bundle(name: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [`src/client/${name}.ts`],
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}
