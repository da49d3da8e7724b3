/** Strict JSON. No `undefined`, NaN, Infinity, −0, lone surrogates; depth at most 64. Checked where it enters: `value/not-json`. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject
export type JsonObject = { readonly [key: string]: Json }

/** An object with nothing in it. */
export type None = { readonly [key: string]: never }
