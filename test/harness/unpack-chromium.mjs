// Run by itself, in an environment that says where to: unpacks the Chromium that an npm package carries.
import chromium from '@sparticuz/chromium';

await chromium.executablePath();
