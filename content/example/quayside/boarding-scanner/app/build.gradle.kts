plugins {
    id("com.android.application")
    kotlin("android") version "2.2.20"
    id("com.google.devtools.ksp") version "2.2.20-2.0.4"
}

android {
    namespace = "example.fulmar.scanner"
    compileSdk = 36
    defaultConfig {
        minSdk = 29
        versionName = "6.4.0"
    }
}

dependencies {
    implementation("androidx.room:room-ktx:2.8.2")
    implementation("androidx.work:work-runtime-ktx:2.11.0")
    implementation("io.grpc:grpc-kotlin-stub:1.5.0")
    implementation("io.grpc:grpc-okhttp:1.76.0")
    ksp("androidx.room:room-compiler:2.8.2")
    testImplementation("app.cash.turbine:turbine:1.2.1")
}
