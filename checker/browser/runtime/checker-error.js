/**
 * @typedef {'unsupported'|'network'|'integrity'|'timeout'|'crashed'|'input'} ErrorKind
 */

/**
 * Why the check cannot answer. The kind tells the page what to say; the message is for
 * developers and never holds an answer.
 *
 * - unsupported: this browser lacks what Python needs, or has it turned off
 * - network: a file could not be fetched
 * - integrity: a file is not the one that the site was built with
 * - timeout: nothing happened for too long
 * - crashed: the worker is gone, did not start, or was stopped
 * - input: the answers are not in the form that the check reads
 */
export class CheckerError extends Error {
    /**
     * @param {ErrorKind} kind
     * @param {string} message
     */
    constructor(kind, message) {
        super(message);
        this.name = 'CheckerError';
        this.kind = kind;
    }
}
