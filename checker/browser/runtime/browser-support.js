import { CheckerError } from './checker-error.js';

/** A WebAssembly module of one function with a try block, which Pyodide's is full of. */
const EXCEPTIONS_PROBE = Uint8Array.of(
    0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 10, 8, 1, 6, 0, 6, 64, 25, 11, 11,
);

/**
 * Finds out before anything is downloaded whether this browser can run the check.
 *
 * Lockdown Mode removes WebAssembly; a page without https has no crypto.subtle.
 *
 * @throws {CheckerError} of kind 'unsupported', naming what is missing.
 */
export function requireFeatures() {
    const features = {
        WebAssembly: typeof WebAssembly === 'object' && typeof WebAssembly.compile === 'function',
        Worker: typeof Worker === 'function' && typeof Blob === 'function',
        'crypto.subtle': typeof crypto === 'object' && typeof crypto.subtle === 'object',
        streams: typeof ReadableStream === 'function' && typeof AbortController === 'function',
    };
    const missing = Object.entries(features).filter(([, present]) => !present).map(([name]) => name);
    if (!missing.length && !WebAssembly.validate(EXCEPTIONS_PROBE)) {
        missing.push('WebAssembly exceptions');
    }
    if (missing.length) {
        throw new CheckerError('unsupported', `This browser has no ${missing.join(', no ')}.`);
    }
}

/** @returns {boolean} whether this browser can run the check, as far as that shows beforehand */
export function isSupported() {
    try {
        requireFeatures();
        return true;
    } catch {
        return false;
    }
}
