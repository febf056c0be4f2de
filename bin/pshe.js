#!/usr/bin/env node
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19) || (major === 22 && minor < 12)) {
  process.stderr.write(
    `pshe needs Node 20.19, 22.12 or newer; this is Node ${process.versions.node}.\nInstall the current version from nodejs.org.\n`,
  );
  process.exit(3);
}

const words = process.argv.slice(2);
if (words.length === 1 && words[0] === '--version') {
  // Editors and scripts ask this often; nothing else has to be loaded for it.
  const { version } = await import('../dist/version.js');
  process.stdout.on('error', () => undefined).write(`${version}\n`);
} else {
  const { main } = await import('../dist/cli.js');
  process.exitCode = await main(words);
}
