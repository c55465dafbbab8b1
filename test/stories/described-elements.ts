import { readFile } from 'node:fs/promises';

/** The elements as the built manifest describes them; the type argument names the fields that the test uses. */
export async function describedElements<Described extends { readonly tagName?: string }>(): Promise<
  readonly Described[]
> {
  const file = new URL('../../dist/custom-elements.json', import.meta.url);
  const { modules } = JSON.parse(await readFile(file, 'utf8')) as {
    modules: readonly { readonly declarations: readonly Described[] }[];
  };
  return modules.flatMap(({ declarations }) => declarations).filter(({ tagName }) => tagName);
}
