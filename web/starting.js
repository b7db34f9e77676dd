/**
 * Waits on the page that stands in while the database starts, then opens the page that was asked for. A refresh by
 * `meta` would not: with a view behind `#` in the address, the browser takes it for a jump within the page.
 */
async function look() {
  const { status, detail } = await fetch('/api/v1/health').then(response => response.json()).catch(() => ({}));
  if (status === 'up') return location.reload();
  if (status === 'down') {
    document.querySelector('h1').textContent = 'The database does not answer';
    document.querySelector('p').textContent = detail;
  }
  return setTimeout(look, 500);
}

look();
