import { z } from 'zod'

/** What the tools' schemas are made of. Every text and list has an end: what a model sends is kept in the file. */
export const ref = z.string().min(1).max(200).describe('A hash or its first characters (4 or more), a branch, a tag, HEAD, or HEAD~2')
export const refs = z.array(ref).min(1).max(200)
export const branchName = z.string().min(1).max(200).describe('The name of a branch')
export const words = z.string().min(1).max(20_000)
export const shortWords = z.string().min(1).max(500)
export const tokens = z.number().int().min(1).max(1_000_000).describe('In tokens')
export const upTo = (most: number) => z.number().int().min(1).max(most)

/** A schema whose optional fields are absent or set: what TypeScript calls exact. */
export const exactly = <T>(schema: z.ZodType): z.ZodType<T> => schema as unknown as z.ZodType<T>
