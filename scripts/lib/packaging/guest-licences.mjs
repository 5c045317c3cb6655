/** MIT, as the C libraries that are linked into the twins have it. */
const MIT = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

/**
 * What is linked into resources/workloads/bin (scripts/build-workloads.mjs), of Debian 12.
 * @type {import('./licences.mjs').Licence[]}
 */
export const GUEST_LIBRARIES = [
  {
    name: 'musl (in the twins for containers and the launcher of guests)',
    version: '1.2.3',
    licence: 'MIT',
    text: `Copyright © 2005-2020 Rich Felker, et al.\n\n${MIT}`,
  },
  {
    name: 'wasi-libc (in the twins for Wasm)',
    version: '0.0~git20220510',
    licence: 'Apache-2.0 WITH LLVM-exception OR Apache-2.0 OR MIT',
    text: `Taken under MIT. In it: musl, Copyright © 2005-2020 Rich Felker, et al.; cloudlibc, Copyright (c) Nuxi (BSD-2-Clause); dlmalloc, public domain.\n\n${MIT}`,
  },
  {
    name: 'compiler-rt (in the twins for Wasm)',
    version: '14',
    licence: 'Apache-2.0 WITH LLVM-exception',
    text: 'Object code: its exception asks for no notice. See llvm.org/LICENSE.txt.',
  },
];
