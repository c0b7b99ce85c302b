// Runs on whatever Node is on the path, so it says what is missing in words before newer syntax fails.
const major = Number(process.versions.node.split('.')[0])
if (major < 26) {
  console.error(
    `Lookbook needs Node 26, and this is ${process.version}. It comes with "npm ci" as an optional dependency: install without --omit=optional, or put Node 26 on the path.`,
  )
  process.exit(1)
}
