// npm runs this after `npm ci`, and also before it, when `npx play` links a checkout. A failure there would leave a
// broken link behind for good, so missing build tools are no failure: the launcher says what to do.
try {
  await import('rolldown')
  await import('./build.js')
} catch (error) {
  if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error
  console.error('Build tools are not installed yet, so nothing was built. `npm ci` installs them and builds.')
}
