// Loaded before a program, lets it see an old Node.
const versions = { ...process.versions, node: '18.19.1' };
globalThis.process = Object.create(process, { versions: { value: versions } });
