/** What editors, Storybook and other tools read about the elements. It is made from their JSDoc, and holds what is public alone. */
export default {
  globs: ['src/components/*.ts', 'src/components/*/*.ts', 'src/events/*.ts'],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
  plugins: [{ name: 'public-surface', packageLinkPhase }],
};

function packageLinkPhase({ customElementsManifest: manifest }) {
  const declarations = manifest.modules.flatMap(({ declarations }) => declarations);
  const describe = (event) => ({
    ...event,
    description:
      event.description ?? declarations.find(({ name }) => name === event.type.text)?.description ?? '',
  });

  manifest.modules = manifest.modules.filter(({ declarations }) =>
    declarations.some(({ tagName }) => tagName),
  );
  for (const module of manifest.modules) {
    module.path = module.path.replace(/^src/, 'dist').replace(/ts$/, 'js');
    for (const element of module.declarations) {
      element.events = (element.events ?? []).filter(({ name }) => name?.startsWith('codat-')).map(describe);
      element.cssParts = (element.cssParts ?? []).flatMap(apart);
      const fields = (element.members ?? []).filter(isPublic);
      element.members = fields;
      element.attributes = (element.attributes ?? []).filter(
        ({ name, fieldName }) => name === 'lang' || fields.some((field) => field.name === fieldName),
      );
    }
  }
}

/** A field or method of the element's own that a host may use: what is documented, and neither private nor the browser's. */
const isPublic = ({ privacy, static: isStatic, description, name }) =>
  (privacy ?? 'public') === 'public' && !isStatic && Boolean(description) && !name.endsWith('Callback');

/** Parts that need no words of their own stand in one line, with dots between. */
function apart({ name, description = '' }) {
  if (!description.startsWith('·')) return [{ name, description }];
  return [name, ...description.split('·').slice(1)].map((part) => ({ name: part.trim() }));
}
