/** A host's page with usual content, and a container of fixed size for an element of ours. */
export interface HostPage {
  readonly container: HTMLElement;
  /** Takes the page away again, with its style sheets. */
  remove(): void;
}

interface HostPageOptions {
  /** Style sheets by address. */
  readonly sheets?: readonly string[];
  /** Rules of the host's own. */
  readonly css?: string;
  /** Markup around our element; `<place>` in it becomes the container. */
  readonly around?: string;
}

const markup = `
  <header><nav><ul><li><a href="#one">One</a></li><li><a href="#two">Two</a></li></ul></nav></header>
  <h1>A host</h1><h2>Of its own</h2><p>Words, <strong>strong</strong> <em>ones</em> and <code>code</code>.</p>
  <form><fieldset><legend>Fields</legend><label>Name <input name="name" /></label>
  <select><option>A</option></select><textarea></textarea><button>Send</button></fieldset></form>
  <table><tr><th>Head</th><td>Cell</td></tr></table><hr /><img alt="" width="20" height="20" />
`;

/** Opens such a page. The container has the same font, colour and size on every page, whatever the host's styles are. */
export async function openHostPage({
  sheets = [],
  css = '',
  around = '<place></place>',
}: HostPageOptions): Promise<HostPage> {
  const added: Element[] = [];
  const text = document.createElement('style');
  text.textContent = css;
  added.push(text);
  const loaded = sheets.map((href) => {
    const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href });
    added.push(link);
    return new Promise((resolve, reject) => {
      link.addEventListener('load', resolve);
      link.addEventListener('error', () => reject(new Error(`There is no ${href}.`)));
    });
  });
  document.head.append(...added);
  const container = document.createElement('div');
  container.style.cssText =
    'display: block; font: 16px/1.5 Arial, sans-serif; color: #1b2320; inline-size: 640px; block-size: 900px; box-sizing: border-box';
  document.body.innerHTML = markup + around;
  document.querySelector('place')?.replaceWith(container);
  await Promise.all(loaded);
  return {
    container,
    remove() {
      for (const element of added) element.remove();
      document.body.replaceChildren();
    },
  };
}
