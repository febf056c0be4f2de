#!/usr/bin/env node
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19) || (major === 22 && minor < 12)) {
  process.stderr.write(
    `pshe needs Node 20.19, 22.12 or newer; this is Node ${process.versions.node}.\nInstall the current version from nodejs.org.\n`,
  );
  process.exit(3);
}

const { main } = await import('../dist/cli.js');
process.exitCode = await main(process.argv.slice(2));
