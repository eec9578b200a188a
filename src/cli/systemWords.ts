/** Errors of the operating system in plain words. */
const WORDS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'this file or folder may not be read or written',
  EPERM: 'this file or folder may not be changed',
  EISDIR: 'this is a folder, not a file',
  ENOTDIR: 'this is a file, not a folder',
  ENOSPC: 'there is no room left on the disk',
  EFBIG: 'this file grew beyond the allowed size',
  EROFS: 'this disk can only be read',
  EEXIST: 'there is a file of that name already',
  ENAMETOOLONG: 'this name is too long',
  ELOOP: 'this link leads back to itself',
  ENOLINK: 'this link leads nowhere',
  EMFILE: 'this process may not open more files',
  ENFILE: 'this machine cannot open more files',
  EIO: 'reading or writing failed',
};

/** Whether an error comes from the operating system. */
export function isOfSystem(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && /^E(?!RR_)[A-Z\d]+$/.test(String(error.code));
}

/** An error of the operating system in plain words; its code where there are none. */
export function systemWords({ code, message }: NodeJS.ErrnoException): string {
  return WORDS[code ?? ''] ?? `the system refuses: ${code ?? message}`;
}
