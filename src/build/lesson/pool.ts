import { availableParallelism } from 'node:os';

const WORKERS = Math.min(4, availableParallelism());

/** Works on all items, several at a time, and gives the results in their order. */
export async function pooled<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const queue = items.entries();
  const worker = async (): Promise<void> => {
    for (const [index, item] of queue) results[index] = await work(item);
  };
  await Promise.all(Array.from({ length: WORKERS }, worker));
  return results;
}
