// Keeps a half-filled application in this tab: on a phone, signing in to an accounting platform leaves the page.
// Signing out clears it.
const form = document.querySelector('form[data-draft]');
const key = form.dataset.draft;
const fields = ['amount', 'months', 'purpose', 'business', 'kind', 'person', 'email'];

for (const [name, value] of Object.entries(JSON.parse(sessionStorage.getItem(key) ?? '{}')))
  if (fields.includes(name)) form.elements.namedItem(name).value = value;

form.addEventListener('input', () => {
  const typed = Object.fromEntries([...new FormData(form)].filter(([name]) => fields.includes(name)));
  sessionStorage.setItem(key, JSON.stringify(typed));
});

// The name of the business is sent once it is typed, for the simulated platforms.
form.elements.namedItem('business').addEventListener('change', ({ target: { value } }) => {
  navigator.sendBeacon('/apply/business', new URLSearchParams({ business: value }));
});
