// The payments API: what fulmar-web may ask of payments-service. Amounts are whole cents.
import { z } from 'zod';
import { publicProcedure, router, staffProcedure } from './trpc.js';

const PaymentId = z.string().regex(/^pay_[0-9A-Z]{10}$/);
const Reference = z.string().regex(/^[2-9CDFGHJKMNPQRTVWX]{6}$/);
const Cents = z.number().int().positive();

export const paymentsRouter = router({
  /** Starts a payment for a held reservation. The same key gives the same payment. */
  start: publicProcedure
    .input(z.object({ reference: Reference, amount: Cents, key: z.uuid(), returnTo: z.url() }))
    .mutation(({ ctx, input }) => ctx.payments.start(input)),

  /** Says how a payment stands; the website asks every two seconds while the bank's app is open. */
  status: publicProcedure
    .input(z.object({ id: PaymentId }))
    .query(({ ctx, input }) => ctx.payments.status(input.id)),

  /** Gives money back, in whole or in part. Never more than was taken. */
  refund: staffProcedure
    .input(z.object({ id: PaymentId, amount: Cents, reason: z.enum(['cancelled', 'displaced', 'goodwill']) }))
    .mutation(({ ctx, input }) => ctx.refunds.queue(input, ctx.staff)),

  /** Lists the movements of one payment, oldest first. */
  ledger: staffProcedure
    .input(z.object({ id: PaymentId }))
    .query(({ ctx, input }) => ctx.ledger.movements(input.id)),
});

export type PaymentsRouter = typeof paymentsRouter;
