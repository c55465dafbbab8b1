// Keeps a half-filled application in this tab: on a phone, signing in to an accounting platform leaves the page.
// Signing out clears it. Where the browser refuses storage, nothing is kept.
const form = document.querySelector('form[data-draft]');
const key = form.dataset.draft;
const fields = ['amount', 'months', 'purpose', 'business', 'kind', 'person', 'email'];

function read() {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? '{}');
  } catch {
    return {};
  }
}

function save(typed) {
  try {
    sessionStorage.setItem(key, JSON.stringify(typed));
  } catch {
    // The form still works in this page.
  }
}

for (const [name, value] of Object.entries(read()))
  if (fields.includes(name)) form.elements.namedItem(name).value = value;

form.addEventListener('input', () => {
  save(Object.fromEntries([...new FormData(form)].filter(([name]) => fields.includes(name))));
});

// The name of the business is sent once it is typed, for the simulated platforms.
form.elements.namedItem('business').addEventListener('change', ({ target: { value } }) => {
  navigator.sendBeacon('/apply/business', new URLSearchParams({ business: value }));
});
