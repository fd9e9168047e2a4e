import type { AnySaga, Saga, Undoing } from "../saga.ts";

export type Trip = { readonly traveller: string; readonly refuses?: string };

export type TripSteps = {
  bookFlight(trip: Trip): Promise<{ readonly seat: string }>;
  cancelFlight(trip: Trip & Undoing): Promise<void>;
  bookHotel(trip: Trip): Promise<void>;
  cancelHotel(trip: Trip & Undoing): Promise<void>;
  pay(bill: Trip & { readonly seat: string }): Promise<void>;
};

/** A saga with all that a saga can have: answers, a pause, and steps that are taken back. */
export const trip: Saga<Trip, TripSteps> = {
  name: "trip",
  async run(context, booked) {
    const { seat } = await context.call("bookFlight", booked, { undo: "cancelFlight" });
    await context.call("bookHotel", booked, { undo: "cancelHotel" });
    await context.sleep(20);
    await context.call("pay", { ...booked, seat });
  },
};

/** What a worker of a test runs. */
export const sagas: readonly AnySaga[] = [trip];
