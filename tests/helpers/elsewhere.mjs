// Lets a process believe that it runs on another machine: ELSEWHERE_DATE is what its clock says, ELSEWHERE_UMASK what rights
// new files lack, and folders give their entries from end to beginning.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { isMainThread } from 'node:worker_threads';

const { ELSEWHERE_DATE = '', ELSEWHERE_UMASK = '' } = process.env;

const { readdir, readdirSync, promises } = fs;
const { readdir: readdirLater } = promises;
fs.readdirSync = (...words) => readdirSync(...words).reverse();
promises.readdir = async (...words) => (await readdirLater(...words)).reverse();
fs.readdir = (...words) => {
  const done = words.pop();
  readdir(...words, (error, entries) => done(error, entries?.reverse()));
};
syncBuiltinESMExports();

if (isMainThread) process.umask(Number.parseInt(ELSEWHERE_UMASK, 8));

const Right = Date;
const ahead = Right.parse(ELSEWHERE_DATE) - Right.now();
globalThis.Date = class extends Right {
  static now() {
    return Right.now() + ahead;
  }
  constructor(...words) {
    if (words.length > 0) super(...words);
    else super(Right.now() + ahead);
  }
};
