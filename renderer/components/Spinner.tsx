import { LoaderCircle } from 'lucide-react'

export const Spinner = ({ size = 14 }: { readonly size?: 12 | 14 | 16 }) => <LoaderCircle size={size} className="animate-turn text-muted" aria-hidden="true" />
