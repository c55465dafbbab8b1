// Keeps the example's figures in step with the slider. Without this the form has a button that does the same.
const form = document.querySelector('form.quote');
const pounds = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' });
const wholePounds = new Intl.NumberFormat('en-GB', {
  style: 'currency',
  currency: 'GBP',
  maximumFractionDigits: 0,
});

/** What the figures should read, by the name each carries in `data-figure`. */
function figures() {
  const amount = Number(form.elements.amount.value);
  const term = form.querySelector('[name=months]:checked');
  const months = Number(term.value);
  const monthly = Math.round(amount * Number(term.dataset.perPound) * 100) / 100;
  return {
    amount: wholePounds.format(amount),
    months: String(months),
    monthly: pounds.format(monthly),
    interest: pounds.format(monthly * months - amount),
    total: pounds.format(monthly * months),
  };
}

function show(scope) {
  const now = figures();
  for (const place of scope.querySelectorAll('[data-figure]')) place.textContent = now[place.dataset.figure];
  form.elements.amount.setAttribute('aria-valuetext', now.amount);
}

// The sentence is read aloud when it changes, so it waits until the slider rests. It is said by another element than it is
// shown by, since Orca passes over live regions when it reads the page.
const sentence = form.querySelector('[data-sentence]');
form.addEventListener('input', () => show(form.querySelector('.figures')));
form.addEventListener('change', () => {
  show(sentence);
  form.querySelector('output').textContent = sentence.textContent;
});
